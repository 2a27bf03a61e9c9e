using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;

namespace Architecture.Tests;

/// <summary>The folders of one project, and which types of one folder use types of another, as compiled.</summary>
internal sealed class Folders
{
    // Files that hold no type of their name: the folder counts, the type does not.
    private static readonly string[] _noTypes = ["Program", "AssemblyInfo"];

    private readonly string _root;
    private readonly Dictionary<string, string> _folderOf = [];
    private readonly List<IType> _types;

    /// <summary>Reads a project's sources and its compiled assembly.</summary>
    /// <param name="project">The project.</param>
    /// <param name="rootName">The name of its root folder in the picture.</param>
    public Folders(string project, string rootName)
    {
        _root = Path.GetDirectoryName(House.Projects[project])!;
        foreach (string path in House.Sources(_root))
        {
            string folder = Path.GetRelativePath(_root, Path.GetDirectoryName(path)!).Replace(Path.DirectorySeparatorChar, '/');
            string top = folder == "." ? rootName : folder.Split('/')[0];
            string type = Path.GetFileName(path).Split('.')[0];
            if (_noTypes.Contains(type))
                continue;
            if (!_folderOf.TryAdd(type, top))
                Twice.Add(type);
        }
        string assembly = project == "ComposerTrainer" ? "composer-trainer" : project;
        string output = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, "release"));
        _types = new ArchLoader().LoadFilteredDirectory(output, $"{assembly}.dll").Build().Types
            .Where(type => NameOf(type) is { } name && type.Assembly.Name.StartsWith(assembly, StringComparison.Ordinal)
                && char.IsLetter(name[0]) && !_noTypes.Contains(name))
            .ToList();
        Strays = [.. _types.Select(NameOf).Where(name => !_folderOf.ContainsKey(name)).Distinct().Order()];
        Reasons = _types
            .SelectMany(type => type.GetTypeDependencies().Select(target => (Type: type, Target: target)))
            .Where(use => FolderOf(use.Type) is not null && FolderOf(use.Target) is not null
                && use.Target.Assembly.Name == use.Type.Assembly.Name)
            .Select(use => (Arrow: new Arrow(FolderOf(use.Type)!, FolderOf(use.Target)!),
                Reason: $"{NameOf(use.Type)} uses {NameOf(use.Target)}"))
            .Where(use => use.Arrow.From != use.Arrow.To)
            .Distinct()
            .ToLookup(use => use.Arrow, use => use.Reason);
    }

    /// <summary>Which folder uses which.</summary>
    public SortedSet<Arrow> Arrows => [.. Reasons.Select(arrow => arrow.Key)];

    /// <summary>By which types.</summary>
    public ILookup<Arrow, string> Reasons { get; }

    /// <summary>Types that no file is named after.</summary>
    public IReadOnlyList<string> Strays { get; }

    /// <summary>Names of files that two folders hold.</summary>
    public List<string> Twice { get; } = [];

    /// <summary>The folder of a type, by its name; null if it has no file.</summary>
    public string? FolderOf(string type) => _folderOf.GetValueOrDefault(type);

    /// <summary>The names of another project's types that this one uses.</summary>
    public IEnumerable<string> TypesUsedOf(string project) => _types
        .SelectMany(type => type.GetTypeDependencies())
        .Where(target => target.FullName.StartsWith($"{project}.", StringComparison.Ordinal))
        .Select(NameOf)
        .Distinct();

    private string? FolderOf(IType type) => _folderOf.GetValueOrDefault(NameOf(type));

    // The outermost type, without the number of its type parameters.
    private static string NameOf(IType type)
    {
        string outer = type.FullName.Split('+')[0];
        return outer[(outer.LastIndexOf('.') + 1)..].Split('`')[0];
    }
}
