using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Styles;

namespace ComposerPlugin.Trainer.Training;

/// <summary>The JSON header of a checkpoint. Property names are its keys.</summary>
/// <param name="Kind">The type of the model (see <see cref="ComposerPlugin.Styles.ModelType"/>).</param>
/// <param name="Command">The command line that began the run.</param>
/// <param name="Config">The configuration of model and training.</param>
/// <param name="Corpus">Statistics of the training tunes.</param>
/// <param name="Card">The style's name, licence and controls.</param>
/// <param name="State">The state of the run.</param>
internal sealed record CheckpointHeader(
    string Kind, string Command, TrainConfig Config, CorpusFacts Corpus, StyleCard Card, RunState State);
