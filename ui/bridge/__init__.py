"""Where asyncio and Qt meet: one loop, tasks that belong to widgets, dialogs that can be awaited."""
