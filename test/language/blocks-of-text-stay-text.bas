LET NAME$ = "Ana"
BEGIN SYSTEM PROMPT
# Rules
- don't say "never"
{ item: ${NAME$} }
END SYSTEM PROMPT
BEGIN TALK
Hello ${NAME$}, it's // not a comment
END TALK
BEGIN MAIL "a@example.com"
Subject: For ${NAME$}

IF you can read this THEN fine
END MAIL
PRINT "through"
'> through
