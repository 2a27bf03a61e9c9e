using ComposerPlugin.Host;

namespace ComposerPlugin.Vst3.Tests;

/// <summary>Steinberg's rules, kept by the layer for any plugin.</summary>
public sealed class RuleTests : IDisposable
{
    private readonly PluginLibrary _library = PluginLibrary.FromFactory(ToyPlugin.Factory(_ => { }).Share());

    public void Dispose() => _library.Dispose();

    [Fact]
    public void Null_pointers_wrong_ids_and_repeated_calls_are_answered_by_the_rules_at_every_stage()
    {
        EntryErrors.Clear();
        Assert.Empty(HostRules.Check(_library, "Toy"));
        Assert.True(EntryErrors.Count == 0, EntryErrors.First?.ToString());
    }

    [Fact]
    public void Any_call_in_any_order_is_answered_and_everything_is_let_go()
    {
        EntryErrors.Clear();
        int living = NativeInstance.Living;
        for (int seed = 0; seed < 300; seed++)
        {
            var host = new WildHost(_library, "Toy", seed, [1, 2, 3], new byte[2000]);
            host.Call(200);
            host.Dispose();
            Assert.True(host.Broken.Count == 0, $"seed {seed}: {string.Join(" ", host.Broken)}");
        }
        Assert.True(EntryErrors.Count == 0, EntryErrors.First?.ToString());
        Assert.Equal(living, NativeInstance.Living);
    }
}
