using ComposerPlugin.Host;
using ComposerPlugin.Presets;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

public class ProgramTests
{
    /// <summary>The name of a preset's program in the host's list.</summary>
    internal static string TitleOf(FactoryProgram program) =>
        $"{Styles.StyleFile.Read(Repository.File($"presets/{program.Style}")).Name}: {program.Name}";

    [Fact]
    public void Choosing_a_program_freezes_no_host_that_holds_a_lock()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer MIDI");
        int programs = plugin.Programs.Count;
        for (int program = 0; program < programs; program++)
        {
            plugin.Handler.IsLocked = true;
            plugin.ShowParameter(Parameters.Program.Id, program / (programs - 1.0));
            foreach (var parameter in plugin.Parameters.Take(60))
                plugin.GetNormalized(parameter.Id);
            plugin.Handler.IsLocked = false;
            plugin.Format(Parameters.Seed.Id, 0);
        }
        Assert.Equal((0, programs - 1), (plugin.Handler.Freezes, plugin.Handler.RestartCount));
    }

    [Fact]
    public void The_host_lists_the_default_and_the_programs_of_the_presets()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer");
        string[] expected = ["Default", .. FactoryPrograms.Read(Repository.File("presets")).Select(TitleOf)];
        Assert.Equal(expected, plugin.Programs);
        var parameter = plugin.Parameters.Single(parameter => parameter.Id == Parameters.Program.Id);
        Assert.Equal((expected.Length - 1, ParameterFlags.List | ParameterFlags.ProgramChange, 0),
            (parameter.StepCount, parameter.Flags, parameter.UnitId));
        Assert.Equal(expected[^1], plugin.Format(parameter.Id, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Choosing_a_program_sets_the_controls_and_notifies_the_host(bool throughController)
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer");
        var program = FactoryPrograms.Read(Repository.File("presets")).Last();
        PlayedTake.Set(plugin, Parameters.Surprise, 0.3);
        PlayedTake.Set(plugin, Parameters.Thru, 0);
        Play(plugin);
        if (throughController)
            plugin.ShowParameter(Parameters.Program.Id, 1);
        plugin.InputChanges.Add(Parameters.Program.Id, 0, 1);
        Play(plugin);

        foreach (var parameter in Parameters.All.Where(parameter => parameter.IsInPrograms && parameter != Parameters.Style))
            Assert.Equal(program.ValueOf(parameter)!.Value, parameter.ToPlain(plugin.GetNormalized(parameter.Id)), 6);
        Assert.Equal(0, plugin.GetNormalized(Parameters.Thru.Id));
        plugin.Format(Parameters.Seed.Id, 0);
        Assert.True(plugin.Handler.Restarts.HasFlag(RestartFlags.ParameterValuesChanged));

        // The program is saved by name; sending it again changes nothing.
        PlayedTake.Set(plugin, Parameters.Surprise, 1.7);
        byte[] saved = plugin.GetState();
        using var other = library.Create("Composer");
        Assert.True(other.SetState(saved));
        other.SetParameter(Parameters.Program.Id, other.GetNormalized(Parameters.Program.Id));
        Play(other);
        Assert.Equal(saved, other.GetState());
    }

    [Fact]
    public void Preset_files_beside_the_bundle_are_loaded()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        string folder = Path.Combine(Repository.Root, "dist/presets", Plugin.Vendor);
        foreach (var found in library.Classes)
        {
            string[] files = Directory.GetFiles(Path.Combine(folder, found.Name), "*.vstpreset");
            Assert.True(files.Length >= 3);
            foreach (string file in files)
            {
                using var plugin = library.Create(found.Name);
                var preset = PresetFile.Read(File.ReadAllBytes(file), file);
                Assert.Equal(found.Id, preset.ClassId);
                Assert.True(plugin.SetState(preset.Chunks[PresetFile.Component]));
                Assert.EndsWith($": {Path.GetFileNameWithoutExtension(file)}",
                    plugin.Format(Parameters.Program.Id, plugin.GetNormalized(Parameters.Program.Id)), StringComparison.Ordinal);
            }
        }
    }

    private static void Play(HostedPlugin plugin)
    {
        using var session = new HostSession(plugin, new(SongMap.Constant(120), 48000), new(), new());
        session.RunFrames(1000);
    }
}
