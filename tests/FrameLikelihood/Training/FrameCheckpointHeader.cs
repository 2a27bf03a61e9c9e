using ComposerPlugin.Trainer.Training;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>The header of a frame model's checkpoint.</summary>
/// <param name="Data">The name of the training file.</param>
/// <param name="Config">The settings.</param>
/// <param name="Schedule">The limits of the run.</param>
/// <param name="State">The progress of the run.</param>
internal sealed record FrameCheckpointHeader(string Data, FrameConfig Config, Schedule Schedule, FrameRunState State);
