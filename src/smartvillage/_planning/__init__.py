"""Planning: an assessment becomes a roadmap. ``plan.plan`` is the door."""
