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

    // The legend's square is one more.
    private static int Filled(XElement root, string colour) =>
        root.Elements(_svg + "rect").Count(rect => (string?)rect.Attribute("fill") == colour);

    private static PianoRollVoice Voice(string name, string colour, params byte[] pitches) =>
        new(name, colour, [.. pitches.Select((pitch, i) => new MidiNote(i * 24, 24, new(pitch), 80, 0))]);
}
