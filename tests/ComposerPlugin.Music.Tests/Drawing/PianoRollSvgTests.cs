using System.Xml.Linq;

namespace ComposerPlugin.Music.Tests;

public class PianoRollSvgTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Every_note_has_a_bar_in_its_voices_colour_and_every_bar_a_number()
    {
        var root = XDocument.Parse(
            PianoRollSvg.Draw("A & B", [Voice("played", "#112233", 60, 62), Voice("answered", "#445566", 64)], [new(0, new(3, 4))])).Root!;
        Assert.Equal(2 + 1, Filled(root, "#112233"));
        Assert.Equal(1 + 1, Filled(root, "#445566"));
        Assert.Contains("1", root.Elements(_svg + "text").Select(text => text.Value));
        Assert.Contains("A & B", root.Elements(_svg + "text").Select(text => text.Value));
    }

    [Fact]
    public void An_empty_roll_is_one_bar() =>
        Assert.NotEmpty(XDocument.Parse(PianoRollSvg.Draw("", [Voice("none", "#112233")], [new(0, Meter.Common)])).Root!.Elements());

    [Fact]
    public void Softer_notes_are_paler()
    {
        var root = Draw(Meter.Common, [new(0, 24, new(60), 127, 0), new(24, 24, new(60), 40, 0)]);
        var notes = Notes(root);
        Assert.Null(notes[0].Attribute("fill-opacity"));
        Assert.Equal(0.3 + (0.7 * 40 / 127), (double)notes[1].Attribute("fill-opacity")!, 0.01);
    }

    [Theory]
    [InlineData(4, 4, 3)]
    [InlineData(3, 4, 2)]
    [InlineData(6, 8, 1)]
    public void Each_bar_has_lines_on_its_beats(int numerator, int denominator, int lines)
    {
        var root = Draw(new(numerator, denominator), [new(0, 24, new(60), 80, 0)]);
        Assert.Equal(lines, root.Elements(_svg + "rect").Count(rect => (string?)rect.Attribute("fill") == "#c3ccd8"));
    }

    [Fact]
    public void A_keyboard_stands_at_the_left()
    {
        var root = Draw(Meter.Common, [new(0, 24, new(60), 80, 0), new(24, 24, new(72), 80, 0)]);
        // A#3 to D5 has the black keys A#3, C#4, D#4, F#4, G#4, A#4 and C#5.
        Assert.Equal(7, root.Elements(_svg + "rect").Count(rect => (string?)rect.Attribute("fill") == "#39424e"));
        Assert.Equal(["C4", "C5"], root.Elements(_svg + "text").Where(text => text.Attribute("text-anchor") is not null)
            .Select(text => text.Value));
    }

    [Fact]
    public void A_long_piece_breaks_into_even_rows_at_bar_lines_and_a_note_over_the_break_is_in_both()
    {
        const int Bar = Ticks.PerWhole;
        var root = Draw(Meter.Common,
            [new(0, 24, new(60), 80, 0), new((6 * Bar) - 24, 48, new(62), 80, 0), new((17 * Bar) - 24, 24, new(64), 80, 0)]);
        double[] tops = [.. Notes(root).Select(note => (double)note.Attribute("y")!)];
        Assert.Equal(4, tops.Length);
        Assert.Equal(Math.Round((tops[2] - tops[1]) * 2, 2), Math.Round(tops[3] + (2 * 7) - tops[1], 2));
        Assert.Equal(Enumerable.Range(1, 17).Select(bar => $"{bar}"), root.Elements(_svg + "text")
            .Where(text => (string?)text.Attribute("font-size") == "9").Select(text => text.Value));
        Assert.All(Notes(root), note => Assert.InRange((double)note.Attribute("x")!, 0, 44 + (6 * Bar * 1.6)));
    }

    private static XElement Draw(Meter meter, List<MidiNote> notes) =>
        XDocument.Parse(PianoRollSvg.Draw("", [new("played", "#112233", notes)], [new(0, meter)])).Root!;

    // Without the legend's square.
    private static List<XElement> Notes(XElement root) =>
        [.. root.Elements(_svg + "rect").Where(rect => (string?)rect.Attribute("fill") == "#112233").Skip(1)];

    // The legend's square is one more.
    private static int Filled(XElement root, string colour) =>
        root.Elements(_svg + "rect").Count(rect => (string?)rect.Attribute("fill") == colour);

    private static PianoRollVoice Voice(string name, string colour, params byte[] pitches) =>
        new(name, colour, [.. pitches.Select((pitch, i) => new MidiNote(i * 24, 24, new(pitch), 80, 0))]);
}
