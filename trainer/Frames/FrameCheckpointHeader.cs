using ComposerPlugin.Trainer.Training;

namespace ComposerPlugin.Trainer.Frames;

/// <summary>What a checkpoint of a frame model says of itself.</summary>
/// <param name="Data">The name of the file that was learnt from.</param>
/// <param name="Config">The settings.</param>
/// <param name="Schedule">How long the run is.</param>
/// <param name="State">Where the run stood.</param>
internal sealed record FrameCheckpointHeader(string Data, FrameConfig Config, Schedule Schedule, FrameRunState State);
