PRINT MATH.floor(2.7), MATH.max(1, 5), MATH.pow(2, 3)
PRINT JSON.stringify({ "a": [1] }), JSON.parse("{ ""b"": 2 }").b
BEGIN TALK
${JSON.stringify([1, 2])}
END TALK
PRINT FORMAT(5), FORMAT 5
'> 2 5 8
'> {"a":[1]} 2
'> 5 5
