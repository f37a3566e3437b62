// A bootstrap owns the console and the environment of its process, so one test runs at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
