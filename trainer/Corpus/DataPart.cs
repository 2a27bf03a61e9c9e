namespace ComposerPlugin.Trainer.Corpus;

/// <summary>The parts of a data set. <see cref="KnownParts"/> relies on the order: train before valid before test.</summary>
internal enum DataPart
{
    Train,
    Valid,
    Test,
}
