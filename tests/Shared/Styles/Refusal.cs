using ComposerPlugin.Styles;

namespace ComposerPlugin.Tests.Shared;

/// <summary>Asserts that a style is refused, with a message that ends as a sentence.</summary>
internal static class Refusal
{
    public static void AssertRefused(string expected, Action act)
    {
        string message = Assert.Throws<StyleException>(act).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
    }
}
