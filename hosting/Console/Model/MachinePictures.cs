using System.Collections.Concurrent;

namespace Compiled.WebConsole.Model;

/// <summary>The pictures of definitions that were looked at last.</summary>
internal sealed class MachinePictures
{
    private const int MostKept = 64;

    private readonly ConcurrentDictionary<(string Text, MachineType Type, int? MapState), Lazy<MachinePicture>> _pictures = [];

    public MachinePicture Of(string text, MachineType type, int? mapState = null)
    {
        if (_pictures.Count >= MostKept)
            _pictures.Clear();
        return _pictures.GetOrAdd((text, type, mapState), static key => new Lazy<MachinePicture>(() => MachinePicture.Of(key.Text, key.Type, key.MapState))).Value;
    }
}
