using ComposerPlugin.Music;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] Which pitches a roll shows. It moves only when a note would not be seen, and then glides; it shows fewer pitches only on a
/// new page.
/// </summary>
/// <param name="margin">The semitones that are shown beyond the notes where it moves.</param>
internal sealed class PitchFollower(int margin)
{
    // What is left of the way after a tick.
    private const double Glide = 0.7, Near = 0.02;

    // F3, so that the first two octaves are those of most melodies.
    private const double FirstLow = 53;

    private double _targetLow = FirstLow;
    private double _targetRows;
    private bool _isNewPage = true;

    /// <summary>The lower edge, as a pitch.</summary>
    public double Low { get; private set; } = FirstLow;

    /// <summary>The number of rows.</summary>
    public double Rows { get; private set; } = 25;

    /// <summary>A new page begins.</summary>
    public void Begin() => _isNewPage = true;

    /// <summary>Looks at the notes of the page.</summary>
    /// <param name="lowest">The lowest pitch; more than <paramref name="highest"/> if there are no notes.</param>
    /// <param name="highest">The highest pitch.</param>
    /// <param name="fewest">The fewest rows.</param>
    /// <param name="mayMove">Whether it may move: the musician has not scrolled.</param>
    public void Look(int lowest, int highest, int fewest, bool mayMove)
    {
        bool isFirst = _targetRows == 0, hasNotes = lowest <= highest;
        if (!mayMove && !isFirst && !_isNewPage)
            return;
        double needed = hasNotes ? highest - lowest + 1 + (2 * margin) : 0;
        double wanted = Math.Min(Math.Max(needed, fewest), Pitch.Count);
        double rows = _isNewPage || hasNotes ? wanted : Math.Max(fewest, _targetRows);
        if (!_isNewPage)
            rows = Math.Max(rows, _targetRows);
        // Other rows, or a note that is not seen.
        if (hasNotes && ((_isNewPage && rows != _targetRows) || lowest < _targetLow || highest + 1 > _targetLow + rows))
            _targetLow = LowFor(lowest, highest, rows);
        _targetLow = Math.Clamp(_targetLow, 0, Pitch.Count - rows);
        _targetRows = rows;
        _isNewPage = _isNewPage && !hasNotes;
        if (isFirst)
            (Low, Rows) = (_targetLow, _targetRows);
    }

    /// <summary>Moves on its way.</summary>
    /// <returns>Whether it has moved.</returns>
    public bool Tick()
    {
        if (Low == _targetLow && Rows == _targetRows)
            return false;
        bool isNear = Math.Abs(Low - _targetLow) + Math.Abs(Rows - _targetRows) < Near;
        Low = isNear ? _targetLow : _targetLow + ((Low - _targetLow) * Glide);
        Rows = isNear ? _targetRows : _targetRows + ((Rows - _targetRows) * Glide);
        return true;
    }

    /// <summary>Scrolls up by so many rows.</summary>
    /// <returns>Whether it has moved.</returns>
    public bool Scroll(double rows)
    {
        double low = Math.Clamp(Low + rows, 0, Pitch.Count - Rows);
        bool moves = low != Low;
        (Low, _targetLow, _targetRows, _isNewPage) = (low, low, Rows, false);
        return moves;
    }

    // As little as possible; a page that has to move puts the notes in the middle.
    private double LowFor(int lowest, int highest, double rows)
    {
        if (_isNewPage)
            return Math.Round(((lowest + highest + 1) / 2.0) - (rows / 2));
        return lowest < _targetLow ? lowest - margin : highest + 1 + margin - rows;
    }
}
