"""The projector view: a window for a second screen that shows only what learners may see."""
