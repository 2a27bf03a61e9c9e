using ComposerPlugin.Music;

namespace ComposerPlugin.Inference;

/// <summary>What a model is told of an answer before its first note.</summary>
/// <param name="Seed">The take's seed.</param>
/// <param name="Ordinal">The number of the answer since the restart, from 0.</param>
/// <param name="Surprise">The temperature of the draws: models that draw on their own draw with it too.</param>
/// <param name="Density">From -1, few long notes, to 1, many short ones: what models that plan ahead plan; the answer's own draws know it.</param>
/// <param name="Meter">The meter of the answer.</param>
/// <param name="Ioi">The gap class from the last onset, or from where the piece began, to the answer's first onset.</param>
/// <param name="BarPosition">Ticks from the bar line to that onset.</param>
public readonly record struct AnswerStart(uint Seed, int Ordinal, float Surprise, float Density, Meter Meter, int Ioi, int BarPosition);
