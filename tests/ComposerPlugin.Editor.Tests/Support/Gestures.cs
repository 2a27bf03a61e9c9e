namespace ComposerPlugin.Editor.Tests;

/// <summary>What the host saw of a parameter.</summary>
internal static class Gestures
{
    public static List<string> Of(IControl control) => ((FakeControl)control).Gestures;

    /// <summary>One change by itself.</summary>
    public static string[] Of(string value) => ["begin", value, "end"];

    /// <summary>Every gesture begins, sets and ends, and nothing is set outside one.</summary>
    public static void AssertWhole(IControl control)
    {
        bool isHeld = false;
        foreach (string step in Of(control))
        {
            Assert.Equal(step == "begin", !isHeld);
            isHeld = step != "end";
        }
        Assert.False(isHeld);
    }
}
