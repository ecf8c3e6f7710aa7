PARAM name AS STRING LIKE "Ana" DESCRIPTION "Who is greeted"
PARAM city AS STRING LIKE São Paulo
PARAM times AS INTEGER DEFAULT 2 OPTIONAL
PARAM turn AS STRING ENUM ["am", "pm"] LIKE "am" REQUIRED
PARAM unit AS "celsius", "fahrenheit"
PARAM a, b, c
PARAM site AS URL LIKE https://example.com/a//b
DESCRIPTION Greets a person, it's polite
DESCRIPTION "Once more"
TABLE Contacts
  Id number key
  Price double(10,2)
  Status VARCHAR(50) DEFAULT 'new' CHECK (Status <> '')
  UNIQUE(Id, Price)
END TABLE
BEGIN TABLE Orders
  Id number key references Contacts
END TABLE
SET SCHEDULE "0 8 * * *"
SET SCHEDULE every 1 hour
PRINT times, name IS NULL, a IS NULL
'> 2 true true
