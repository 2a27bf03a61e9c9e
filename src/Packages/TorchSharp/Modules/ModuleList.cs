using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules by position; their parameters are named after it.</summary>
public class ModuleList<T> : nn.Module, IList<T>
    where T : nn.Module
{
    private readonly List<T> _items = [];

    public ModuleList(params T[] modules)
        : base(nameof(ModuleList<T>)) =>
        append(modules);

    public int Count => _items.Count;

    public bool IsReadOnly => false;

    public T this[int index]
    {
        get => _items[index];

        set
        {
            _items[index] = value;
            Rename();
        }
    }

    public void Add(T item)
    {
        register_module($"{_items.Count}", item);
        _items.Add(item);
    }

    public void append(params T[] parameters) => extend(parameters);

    public void extend(IEnumerable<T> modules)
    {
        foreach (var module in modules)
            Add(module);
    }

    public void Insert(int index, T item)
    {
        _items.Insert(index, item);
        Rename();
    }

    public bool Remove(T item)
    {
        var removed = _items.Remove(item);
        Rename();
        return removed;
    }

    public void RemoveAt(int index)
    {
        _items.RemoveAt(index);
        Rename();
    }

    public void Clear()
    {
        _items.Clear();
        ClearModules();
    }

    public bool Contains(T item) => _items.Contains(item);

    public int IndexOf(T item) => _items.IndexOf(item);

    public void CopyTo(T[] array, int arrayIndex) => _items.CopyTo(array, arrayIndex);

    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Rename()
    {
        ClearModules();
        for (var i = 0; i < _items.Count; i++)
            register_module($"{i}", _items[i]);
    }
}
