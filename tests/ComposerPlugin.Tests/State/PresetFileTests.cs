using System.Text;
using ComposerPlugin.Presets;

namespace ComposerPlugin.Tests;

public sealed class PresetFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("composer-presets-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Presets() => Repository.File("presets");

    [Fact]
    public void Every_program_becomes_a_file_for_each_class_that_an_instance_loads()
    {
        var programs = FactoryPrograms.Read(Presets()).ToList();
        Assert.True(programs.Count >= 3);
        var files = PresetWriter.Write(Presets(), _folder);
        Assert.Equal(2 * programs.Count, files.Count);
        foreach (string file in files)
        {
            string className = Path.GetFileName(Path.GetDirectoryName(file))!;
            var preset = PresetFile.Read(File.ReadAllBytes(file), file);
            var program = programs.Single(program => program.Name == Path.GetFileNameWithoutExtension(file));
            using var stage = new InstanceStage(className);
            Assert.Equal((className == "Composer" ? Plugin.Composer : Plugin.ComposerMidi).Id, preset.ClassId);
            Assert.True(stage.Hosted.SetState(preset.Chunks[PresetFile.Component]));
            foreach (var parameter in Parameters.All.Where(parameter => parameter.IsInPrograms && parameter != Parameters.Style))
                Assert.Equal(program.ValueOf(parameter)!.Value, stage.Plain(parameter), 6);
            Assert.Contains($"value=\"{program.Name}\"", Encoding.UTF8.GetString(preset.Chunks[PresetFile.MetaInfo]),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_program_names_existing_controls_and_values_in_their_ranges()
    {
        var programs = FactoryPrograms.Read(Presets()).ToList();
        Assert.NotEmpty(programs);
        foreach (var program in programs)
        {
            Assert.NotEmpty(program.Plain);
            Assert.True(Directory.Exists(Path.Combine(Presets(), program.Style!)), program.Style);
            foreach (var (key, value) in program.Plain)
            {
                var parameter = Parameters.All.Single(parameter => parameter.Key == key);
                Assert.InRange(value, parameter.Lowest, parameter.Highest);
            }
        }
    }

    // The layout in the SDK's documentation.
    [Fact]
    public void The_layout_is_header_chunks_and_their_list()
    {
        byte[] bytes = new PresetFile(new(0x01234567, 0x89ABCDEF, 0x01020304, 0x05060708),
            new Dictionary<string, byte[]> { ["Comp"] = [1, 2, 3], ["Info"] = [9] }).ToBytes();
        Assert.Equal("VST3\u0001\0\0\0" + "0123456789ABCDEF0102030405060708" + "\u0034\0\0\0\0\0\0\0" + "\u0001\u0002\u0003" + "\u0009"
            + "List\u0002\0\0\0" + "Comp\u0030\0\0\0\0\0\0\0\u0003\0\0\0\0\0\0\0"
            + "Info\u0033\0\0\0\0\0\0\0\u0001\0\0\0\0\0\0\0", Encoding.ASCII.GetString(bytes));
        var read = PresetFile.Read(bytes, "x");
        Assert.Equal(new(0x01234567, 0x89ABCDEF, 0x01020304, 0x05060708), read.ClassId);
        Assert.Equal([1, 2, 3], read.Chunks["Comp"]);
    }

    [Fact]
    public void A_truncated_file_is_refused_and_a_damaged_one_is_refused_or_read()
    {
        byte[] whole = new PresetFile(
            Plugin.Composer.Id, new Dictionary<string, byte[]> { ["Comp"] = new byte[40], ["Info"] = new byte[9] }).ToBytes();
        for (int length = 0; length < whole.Length; length++)
            Assert.Contains("x.vstpreset", Assert.Throws<InvalidDataException>(
                () => PresetFile.Read(whole.AsSpan(0, length), "x.vstpreset")).Message, StringComparison.Ordinal);
        int refused = 0;
        for (int at = 0; at < whole.Length; at++)
        {
            foreach (byte value in (byte[])[0, 0x7F, 0xFF])
            {
                byte[] damaged = [.. whole];
                damaged[at] = value;
                if (Record.Exception(() => PresetFile.Read(damaged, "x")) is { } error)
                {
                    Assert.IsType<InvalidDataException>(error);
                    refused++;
                }
            }
        }
        Assert.InRange(refused, 1, (3 * whole.Length) - 1);
    }
}
