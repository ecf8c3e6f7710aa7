PRINT double(4), area(2, 3)
greet("Ana")

FN double(n) {
  RETURN n * 2;
}
FUNCTION area(a, b) {
  LET x = a * b;
  IF x > 5 {
    RETURN x
  }
  RETURN 0
}
SUB greet(name) {
  PRINT "Hello " + name
}
'> 8 6
'> Hello Ana
