"""Tables and labelled duties to the rows of a plan: sections, targets, tasks, activities."""
