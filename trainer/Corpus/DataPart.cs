namespace ComposerPlugin.Trainer.Corpus;

/// <summary>The parts of a data set, those that a model knows best first.</summary>
internal enum DataPart
{
    Train,
    Valid,
    Test,
}
