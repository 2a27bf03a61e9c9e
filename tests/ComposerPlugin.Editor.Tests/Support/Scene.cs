using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using SkiaSharp;

namespace ComposerPlugin.Editor.Tests;

/// <summary>States of an instance for the roll and the takes, and a user's way round in them.</summary>
internal static class Scene
{
    /// <summary>The chords of the picture of the window, by position in ticks: root, intervals above it.</summary>
    private static readonly (int Position, int Root, int[] Tones)[] Chords =
    [
        (0, 2, [0, 4, 7]), (2 * 96, 7, [0, 4, 7]), (3 * 96, 9, [0, 4, 7, 10]), (4 * 96, 2, [0, 4, 7]), (5 * 96, 11, [0, 3, 7]),
    ];

    /// <summary>The session of <see cref="FakeModel"/> in D major with the host's chords; the player's notes are measured.</summary>
    public static FakeModel Playing()
    {
        var model = new FakeModel();
        model.Controls.Key.Choose(2);
        model.Controls.Scale.Choose(1);
        foreach (var (position, root, tones) in Chords)
        {
            model.Roll.Add(new(NoteMarkKind.Chord, position)
            {
                Pitch = new((byte)root), ChordBass = (byte)root, ChordTones = (ushort)tones.Sum(tone => 1 << tone),
            });
        }
        foreach (var note in model.Roll.Notes.ToArray().Where(note => !note.IsAnswer))
        {
            float bits = 1 + (((int)note.Start / 12 * 29 % 37) / 5f);
            model.Roll.Add(new(NoteMarkKind.Heard, note.Start) { Pitch = note.Pitch, Bits = bits });
        }
        return model;
    }

    /// <summary>The playhead moves on.</summary>
    public static void Play(this OpenEditor editor, double position)
    {
        editor.Model.Roll.Update(FakeModel.Snapshot(position));
        editor.View.Tick();
    }

    /// <summary>Ticks until nothing glides any longer.</summary>
    public static void Settle(this OpenEditor editor)
    {
        for (int tick = 0; tick < 60; tick++)
            editor.View.Tick();
    }

    /// <summary>The roll of the window.</summary>
    public static RollPanel Roll(this OpenEditor editor) => (RollPanel)editor.Find("Piano roll");

    /// <summary>The middle of a note of an answer, in units.</summary>
    public static SKPoint NoteAt(this OpenEditor editor, int answerId, int index)
    {
        foreach (var note in editor.Model.Roll.Notes)
        {
            if (note.AnswerId != answerId || note.Index != index)
                continue;
            var bounds = editor.Roll().View.BoundsOf(note, editor.Model.Engine.Position);
            return new(bounds.MidX, bounds.MidY);
        }
        throw new InvalidOperationException($"Answer {answerId} has no note {index} in the roll.");
    }

    /// <summary>A point of the roll, in units.</summary>
    public static SKPoint RollAt(this OpenEditor editor, double position, int pitch)
    {
        var view = editor.Roll().View;
        return new(view.X(position), view.Top(pitch) + (view.RowHeight / 2));
    }

    /// <summary>A point of the row of bar numbers, in units.</summary>
    public static SKPoint RulerAt(this OpenEditor editor, double position) =>
        new(editor.Roll().View.X(position), editor.Roll().Ruler.MidY);

    /// <summary>A take of the id and the notes of an answer of the roll.</summary>
    public static TakeItem Take(this FakeModel model, int answerId, int baseId = 0)
    {
        var notes = model.Roll.Notes.ToArray().Where(note => note.AnswerId == answerId)
            .Select(note => new Note((int)note.Start - 384, (int)(note.End - note.Start), note.Pitch, note.Velocity)).ToArray();
        return FakeTakes.Make(answerId) with { Notes = notes, Locks = new bool[notes.Length], BaseId = baseId };
    }
}
