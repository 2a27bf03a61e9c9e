// libtorch has one random generator for the whole process, and runs seed it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
