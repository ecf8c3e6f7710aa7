' The lines that choose a model go on with the prompt above them.
ANSWER$ = LLM "first"
  WITH OPTIMIZE FOR "quality"
  WITH MAX_COST 0.05
PRINT ANSWER$
PRINT LLM "second" WITH OPTIMIZE FOR "speed"
PRINT LLM("third") + "!"
'> answer to first
'> answer to second
'> answer to third!
