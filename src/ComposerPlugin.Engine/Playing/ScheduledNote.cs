using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>A note of an answer that has not begun.</summary>
/// <param name="Note">The note, on its tick.</param>
/// <param name="AnswerId">The <see cref="AnswerBounds.Id"/> of its answer.</param>
/// <param name="Index">Its number in the answer, from 0.</param>
/// <param name="Start">The position at which the groove has it begin, in ticks.</param>
/// <param name="End">The position at which the groove has it end, in ticks.</param>
internal readonly record struct ScheduledNote(TimedNote Note, int AnswerId, int Index, double Start, double End);
