using ComposerPlugin.Music;

namespace ComposerPlugin.Inference;

/// <summary>The parameters of an answer, given to a model before the first note.</summary>
/// <param name="Seed">The take's seed.</param>
/// <param name="Ordinal">The index of the answer since the restart, from 0.</param>
/// <param name="Surprise">The sampling temperature, 0 to 2; models that draw noise of their own scale it by this.</param>
/// <param name="Density">
/// The Density parameter, -1 (fewer, longer notes) to 1 (more, shorter notes); 0 is the style's own density. For models that plan whole
/// bars; the sampler applies it to the logits of all models.
/// </param>
/// <param name="Meter">The meter of the answer.</param>
/// <param name="Ioi">The IOI class of the answer's first note, from the last onset or the start of the piece.</param>
/// <param name="BarPosition">The first onset, in ticks from the bar line.</param>
public readonly record struct AnswerStart(uint Seed, int Ordinal, float Surprise, float Density, Meter Meter, int Ioi, int BarPosition);
