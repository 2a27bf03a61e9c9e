using System.Security;
using System.Text;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Presets;

/// <summary>
/// Writes a .vstpreset file for each program and class, in the folders that hosts search: VENDOR/CLASS/PROGRAM.vstpreset.
/// </summary>
public static class PresetWriter
{
    /// <summary>Writes all files.</summary>
    /// <param name="presets">The folder of the styles and their programs.</param>
    /// <param name="into">The folder in which the vendor's folder is created.</param>
    /// <returns>The paths of the files.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Write(string presets, string into)
    {
        var written = new List<string>();
        foreach (var program in FactoryPrograms.Read(presets))
        {
            foreach (var forClass in (PluginClass[])[Plugin.Composer, Plugin.ComposerMidi])
            {
                string folder = Path.Combine(into, Plugin.Vendor, forClass.Name);
                Directory.CreateDirectory(folder);
                written.Add(Path.Combine(folder, $"{program.Name}.vstpreset"));
                File.WriteAllBytes(written[^1], Of(program, forClass).ToBytes());
            }
        }
        return written;
    }

    private static PresetFile Of(FactoryProgram program, PluginClass forClass) => new(forClass.Id, new Dictionary<string, byte[]>
    {
        [PresetFile.Component] = program.ToState().ToBytes(),
        [PresetFile.MetaInfo] = Encoding.UTF8.GetBytes($"""
            <?xml version="1.0" encoding="utf-8"?>
            <MetaInfo>
              <Attr id="MediaType" value="VstPreset" type="string" flags="writeProtected"/>
              <Attr id="Name" value="{SecurityElement.Escape(program.Name)}" type="string" flags=""/>
              <Attr id="PlugInName" value="{forClass.Name}" type="string" flags="writeProtected"/>
              <Attr id="PlugInCategory" value="{forClass.Subcategories}" type="string" flags="writeProtected"/>
              <Attr id="PlugInVendor" value="{Plugin.Vendor}" type="string" flags="writeProtected"/>
            </MetaInfo>

            """),
    });
}
