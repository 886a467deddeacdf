### In place of a desk where nothing can be decided any more.

title = This event is final
results = View results list
event = Go to event
