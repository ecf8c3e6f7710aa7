TEST "the office gets what was written"
  RECEIVE POST "/contact" WITH FORM { "name": "Ana", "email": "ana@example.com", "message": "Hello" }
  EXPECT STATUS = 200
  EXPECT MAIL TO "office@example.com" CONTAINING "Ana <ana@example.com> writes: Hello"
END TEST

TEST EACH FIELDS IN [{ "message": "Hello" }, { "email": "ana@example.com" }] NAMED "both are needed"
  RECEIVE POST "/contact" WITH FORM FIELDS
  EXPECT STATUS = 400
  EXPECT NOTHING SENT
END TEST

TEST "a form is not signed"
  RECEIVE POST "/contact" WITH FORM { "email": "ana@example.com", "message": "Hello" } AND UNSIGNED
  EXPECT STATUS = 200
END TEST
