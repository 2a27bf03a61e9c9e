namespace ComposerPlugin.Vst3.Tests;

public class ModuleTests
{
    [Fact]
    public void Workers_end_with_the_last_exit_and_the_module_can_be_entered_again()
    {
        int ends = 0;
        var module = new PluginModule(() => ToyPlugin.Factory(_ => { }), () => ends++);
        Assert.Equal((1, 1, 1), (module.Enter(), module.Enter(), module.Exit()));
        Assert.Equal(0, ends);
        Assert.Equal(1, module.Exit());
        Assert.Equal(1, ends);
        Assert.Equal(1, module.Exit());
        Assert.Equal(1, ends);
        Assert.Equal((1, 1), (module.Enter(), module.Exit()));
        Assert.Equal(2, ends);
    }

    [Fact]
    public void The_factory_is_created_once()
    {
        int made = 0;
        var module = new PluginModule(
            () =>
            {
                made++;
                return ToyPlugin.Factory(_ => { });
            },
            () => { });
        nint factory = module.GetFactory();
        Assert.NotEqual(0, factory);
        Assert.Equal(factory, module.GetFactory());
        Assert.Equal(1, made);
    }

    [Fact]
    public void A_factory_that_cannot_be_created_is_null_and_an_entry_error()
    {
        EntryErrors.Clear();
        var module = new PluginModule(() => throw new InvalidOperationException("none"), () => { });
        Assert.Equal(0, module.GetFactory());
        Assert.Equal("PluginModule.GetFactory", EntryErrors.First!.Entry);
        EntryErrors.Clear();
    }

    [Fact]
    public void Folder_without_a_native_library_is_that_of_the_program() =>
        Assert.Equal(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), Path.TrimEndingDirectorySeparator(ModulePath.Folder));
}
