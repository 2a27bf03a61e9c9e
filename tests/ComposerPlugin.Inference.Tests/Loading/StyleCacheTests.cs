using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference.Tests;

public sealed class StyleCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StyleCacheTests() => TinyStyle.Write(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cache_gives_all_holders_of_a_folder_one_style()
    {
        var first = StyleCache.Acquire(_folder.Path);
        var second = StyleCache.Acquire(_folder.Path + Path.DirectorySeparatorChar);

        Assert.Same(first, second);

        StyleCache.Release(first);
        using (var model = second.CreateModel())
            model.Reset();
        StyleCache.Release(second);
    }

    [Fact]
    public void Released_style_is_read_again()
    {
        var first = StyleCache.Acquire(_folder.Path);
        StyleCache.Release(first);
        (StyleFiles.Recurrent with { Name = "Changed" }).Write(_folder.Path);

        var second = StyleCache.Acquire(_folder.Path);

        Assert.Equal("Changed", second.File.Name);
        StyleCache.Release(second);
        Assert.Throws<ArgumentException>(() => StyleCache.Release(second));
    }

    [Fact]
    public void Style_that_fails_to_load_is_not_held()
    {
        File.Delete(_folder["pitch.onnx"]);

        Assert.Throws<StyleException>(() => StyleCache.Acquire(_folder.Path));
        TinyStyle.Write(_folder.Path);

        StyleCache.Release(StyleCache.Acquire(_folder.Path));
    }

    [Fact]
    public void Style_with_changed_files_is_loaded_beside_the_old_one()
    {
        var first = StyleCache.Acquire(_folder.Path);
        (StyleFiles.Recurrent with { Name = "Changed" }).Write(_folder.Path);

        var second = StyleCache.Acquire(_folder.Path);

        Assert.Equal(("Test", "Changed"), (first.File.Name, second.File.Name));
        StyleCache.Release(first);
        StyleCache.Release(second);
    }
}
