PRINT TRUE XOR FALSE, 1 XOR 2, NULL XOR "a"
' Looser than OR, tighter than a choice of two values.
PRINT TRUE OR FALSE XOR TRUE
PRINT TRUE XOR TRUE ? "one" : "both"
'> true false true
'> false
'> both
