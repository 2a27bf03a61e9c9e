using SkiaSharp;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] Draws the notes of the roll: the player's as bars with corners, the answer's with round ends, those to come as outlines with
/// round ends. A halo: it sounds. A ring and a padlock: it is locked. Four corners: the pointer is over it.
/// </summary>
internal sealed class NotePainter(RollModel roll, RollView view, RollLocks locks)
{
    // Units.
    private const float Corner = 1, Halo = 2.2f, Ring = 0.3f, ChosenRing = 4, LockWidth = 12, LockHeight = 8, LockLift = 5;
    private const float Corners = 3, CornerLength = 3;

    private static readonly SKPath LockBody = SKPath.ParseSvgPathData("M-3.6 -0.6 H3.6 V4.4 H-3.6 Z");
    private static readonly SKPath LockShackle = SKPath.ParseSvgPathData("M-2.2 -0.6 V-2.6 A2.2 2.2 0 0 1 2.2 -2.6 V-0.6");

    /// <summary>The note under the pointer; -1 if there is none.</summary>
    public int Pointed { get; set; } = -1;

    /// <summary>The note that keys have chosen; -1 if there is none.</summary>
    public int Chosen { get; set; } = -1;

    /// <summary>Draws the notes.</summary>
    public void Draw(SKCanvas canvas, Theme theme, SKRect part)
    {
        var notes = roll.Notes;
        double now = roll.Engine.Position;
        for (int i = 0; i < notes.Length; i++)
        {
            if (notes[i].Start >= view.Right || (!notes[i].IsGrowing && notes[i].End <= view.Left))
                continue;
            var bounds = view.BoundsOf(notes[i], now);
            if (SKRect.Inflate(bounds, ChosenRing + 1, LockHeight).IntersectsWith(part))
                Draw(canvas, theme, notes[i], bounds, isPointed: i == Pointed);
            if (i == Chosen)
                canvas.DrawRoundRect(SKRect.Inflate(bounds, ChosenRing, ChosenRing), bounds.Height, bounds.Height, theme.Focus);
        }
    }

    private void Draw(SKCanvas canvas, Theme theme, in RollNote note, SKRect bounds, bool isPointed)
    {
        float round = Math.Min(bounds.Width, bounds.Height) / 2;
        int shade = Theme.ShadeOf(note.Velocity);
        switch (note.State)
        {
            case RollNoteState.Held:
                canvas.DrawRoundRect(SKRect.Inflate(bounds, Halo, Halo), Corner + Halo, Corner + Halo, theme.PlayedLine);
                canvas.DrawRoundRect(bounds, Corner, Corner, theme.Played[shade]);
                break;
            case RollNoteState.Played:
                canvas.DrawRoundRect(bounds, Corner, Corner, theme.Played[shade]);
                break;
            case RollNoteState.Planned:
                // The pen is drawn inside the note.
                canvas.DrawRoundRect(SKRect.Inflate(bounds, -0.6f, -0.6f), round - 0.6f, round - 0.6f, theme.Planned);
                break;
            case RollNoteState.Sounding:
                canvas.DrawRoundRect(SKRect.Inflate(bounds, Halo, Halo), round + Halo, round + Halo, theme.AccentLine);
                canvas.DrawRoundRect(bounds, round, round, theme.Answer[shade]);
                break;
            default:
                canvas.DrawRoundRect(bounds, round, round, theme.Answer[shade]);
                break;
        }
        if (locks.IsLocked(note))
            DrawLock(canvas, theme, bounds, round, isFilled: note.State != RollNoteState.Planned);
        if (isPointed && locks.CanLock(note))
            DrawCorners(canvas, theme, SKRect.Inflate(bounds, Corners, Corners));
    }

    private static void DrawCorners(SKCanvas canvas, Theme theme, SKRect frame)
    {
        float left = frame.Left, top = frame.Top, right = frame.Right, bottom = frame.Bottom;
        canvas.DrawLine(left, top, left + CornerLength, top, theme.TextLine);
        canvas.DrawLine(left, top, left, top + CornerLength, theme.TextLine);
        canvas.DrawLine(right, top, right - CornerLength, top, theme.TextLine);
        canvas.DrawLine(right, top, right, top + CornerLength, theme.TextLine);
        canvas.DrawLine(left, bottom, left + CornerLength, bottom, theme.TextLine);
        canvas.DrawLine(left, bottom, left, bottom - CornerLength, theme.TextLine);
        canvas.DrawLine(right, bottom, right - CornerLength, bottom, theme.TextLine);
        canvas.DrawLine(right, bottom, right, bottom - CornerLength, theme.TextLine);
    }

    // Inside the note; above it if that is too short.
    private static void DrawLock(SKCanvas canvas, Theme theme, SKRect bounds, float round, bool isFilled)
    {
        canvas.DrawRoundRect(SKRect.Inflate(bounds, Ring, Ring), round + Ring, round + Ring, theme.Locked);
        bool isInside = bounds.Width >= LockWidth && bounds.Height >= LockHeight;
        float scale = Math.Clamp(bounds.Height / 14, 0.55f, 0.8f);
        canvas.Save();
        canvas.Translate(isInside ? bounds.Left + (LockWidth / 2) : bounds.MidX, isInside ? bounds.MidY : bounds.Top - LockLift);
        canvas.Scale(scale);
        bool isDark = isInside && isFilled;
        canvas.DrawPath(LockBody, isDark ? theme.OnAccent : theme.Text);
        canvas.DrawPath(LockShackle, isDark ? theme.OnAccentLine : theme.TextLine);
        canvas.Restore();
    }
}
