namespace ComposerPlugin.Engine;

/// <summary>An answer that is due.</summary>
/// <param name="Start">Its first tick.</param>
/// <param name="End">The tick at which it is over.</param>
/// <param name="From">What it is made from.</param>
/// <param name="Take">The number of the take that is played again, where it is made from one.</param>
public readonly record struct DueAnswer(long Start, long End, AnswerFrom From, int Take = 0);
