namespace ComposerPlugin.Engine;

/// <summary>An answer that is due.</summary>
/// <param name="Start">The tick of its first possible onset.</param>
/// <param name="End">The tick at which it is over.</param>
/// <param name="Source">What it is made from.</param>
/// <param name="Take">The id of the take, where it repeats one.</param>
public readonly record struct DueAnswer(long Start, long End, AnswerSource Source, int Take = 0);
