PRINT "${["{"]}", "a${"""${["{"]}"""}b", "x${"y${"z}"}"}"
PRINT "${ECHO("a\"b}")}", "${ open"
FUNCTION ECHO(X)
  RETURN X + "!"
END FUNCTION
'> ["{"] a"["{"]"b xyz}
'> a"b}! ${ open
