namespace ComposerPlugin.Engine;

/// <summary>The piece of sections to which an answer belongs (<see cref="Music.SectionPlan"/>).</summary>
/// <param name="Start">The tick of the bar line at which the piece begins.</param>
/// <param name="Number">The number of the piece since the restart, from 1; 0 for an answer that belongs to none.</param>
/// <param name="Seed">The seed of the piece's form.</param>
public readonly record struct PiecePosition(long Start, int Number, uint Seed)
{
    /// <summary>Whether the answer belongs to a piece.</summary>
    public bool IsPiece => Number > 0;
}
