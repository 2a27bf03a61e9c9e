using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] The piece that <see cref="PlayMode.Generate"/> plays, answer after answer, with <see cref="AnswerForm.AsStyle"/>. It lasts until
/// its last section is over, the player plays, or the answers are interrupted; then the next answer begins another piece. All ticks are
/// those of bar lines and of answers, so that the sections are the same at every block size.
/// </summary>
public sealed class GeneratedPiece
{
    private PiecePosition _piece;
    private Meter _meter;
    private int _pieces;

    // The end of the last answer of the piece.
    private long _end;

    /// <summary>Resets: pieces are counted from 1 again.</summary>
    public void Restart()
    {
        End();
        _pieces = 0;
    }

    /// <summary>The next answer begins another piece.</summary>
    public void End() => _piece = default;

    /// <summary>The end of the section in which an answer begins.</summary>
    /// <param name="start">The tick at which the answer begins.</param>
    /// <param name="bars">The bar lines around it.</param>
    public long SectionEnd(long start, BarGrid bars)
    {
        long begin = Continues(start, bars) ? _piece.Start : bars.BarLineBefore(start);
        return SectionEnd(start, begin, bars.Meter);
    }

    /// <summary>The piece of an answer: the present one, or another one if the answer does not follow or replace one of it.</summary>
    /// <param name="due">The answer.</param>
    /// <param name="bars">The bar lines around its start.</param>
    /// <param name="replaced">The tick at which the answer begins that it replaces, if it replaces one.</param>
    /// <param name="seed">The seed of the answer.</param>
    public PiecePosition PieceOf(in DueAnswer due, BarGrid bars, long replaced, uint seed)
    {
        bool begins = !Continues(due.Start, bars) || (due.ReplacesLast && replaced <= _piece.Start);
        return begins ? new(bars.BarLineBefore(due.Start), _pieces + 1, seed) : _piece;
    }

    /// <summary>Whether an answer of a piece ends with its section, which then closes.</summary>
    /// <param name="due">The answer.</param>
    /// <param name="piece">Its piece.</param>
    /// <param name="meter">The meter.</param>
    public static bool EndsSection(in DueAnswer due, PiecePosition piece, Meter meter) =>
        due.End == SectionEnd(due.End - 1, piece.Start, meter);

    /// <summary>An answer was requested.</summary>
    public void Confirm(in ComposeRequest request)
    {
        (_piece, _meter, _end) = (request.Piece, request.Bars.Meter, request.Answer.End);
        _pieces = Math.Max(_pieces, _piece.Number);
    }

    private static long SectionEnd(long tick, long begin, Meter meter)
    {
        long section = (long)SectionPlan.UsualBars * meter.BarTicks;
        return begin + ((((tick - begin) / section) + 1) * section);
    }

    private bool Continues(long start, BarGrid bars) =>
        _piece.IsPiece && bars.Meter == _meter && bars.BarPositionOf(_piece.Start) == 0 && start >= _piece.Start && start <= _end
        && start < _piece.Start + ((long)SectionPlan.UsualSections * SectionPlan.UsualBars * _meter.BarTicks);
}
