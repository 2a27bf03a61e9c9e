using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Styles;

namespace ComposerPlugin.Trainer.Training;

/// <summary>What stands before the weights in a checkpoint.</summary>
/// <param name="Kind">The model's kind.</param>
/// <param name="Command">The command that began the run.</param>
/// <param name="Config">How the model is built and trained.</param>
/// <param name="Corpus">What it is trained on.</param>
/// <param name="Card">What the style says about itself.</param>
/// <param name="State">Where the run stands.</param>
internal sealed record CheckpointHeader(string Kind, string Command, TrainConfig Config, CorpusFacts Corpus, StyleCard Card, RunState State);
