using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>The melody of a file on the grid, and what was done to get it there.</summary>
/// <param name="Phrase">The melody; tick 0 is a bar line.</param>
/// <param name="LargestMove">How far the most moved onset was moved, in ticks.</param>
/// <param name="SumOfMoves">All onsets' moves added, in ticks.</param>
/// <param name="GraceNotes">How many grace notes were dropped.</param>
/// <param name="ChordNotes">How many notes below another one with the same onset were dropped.</param>
/// <param name="Overlaps">How many notes were ended where the next begins.</param>
/// <param name="BarLines">Where the bar lines were found.</param>
internal sealed record Melody(
    Phrase Phrase, double LargestMove, double SumOfMoves, int GraceNotes, int ChordNotes, int Overlaps, BarLines BarLines);
