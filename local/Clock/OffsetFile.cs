using Infra.Clock;

namespace Infra.Local.Clock;

/// <summary>How far the account's clock is ahead, for function processes; deleted with the clock.</summary>
internal sealed class OffsetFile : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("local-clock-");
    private readonly LocalClockFile _file;

    public OffsetFile(TimeSpan offset)
    {
        _file = new LocalClockFile(System.IO.Path.Combine(_directory.FullName, "offset"));
        Write(offset);
    }

    public string Path => _file.Path;

    public void Write(TimeSpan offset) => _file.Write(offset);

    public void Dispose() => _directory.Delete(recursive: true);
}
