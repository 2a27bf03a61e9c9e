// Faults and living instances are counted for the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
