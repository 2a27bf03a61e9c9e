using SkiaSharp;

namespace ComposerPlugin.Editor.Tests;

public class EditorViewTests
{
    [Fact]
    public void The_window_opens_at_its_size_and_draws_all_of_it()
    {
        using var editor = OpenEditor.Create();
        Assert.Equal(new EditorSize(1040, 660), editor.View.Size);
        Assert.Equal(SKRectI.Create(1040, 660), editor.Window.LastPart);
    }

    [Fact]
    public void The_space_bar_is_left_to_the_host()
    {
        using var editor = OpenEditor.Create();
        Assert.False(editor.View.KeyDown(new(Key.None, ' ')));
    }
}
