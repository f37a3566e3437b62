using System.Runtime.InteropServices;

namespace Infra.Local.Lambda.Execution;

/// <summary>The machine that function processes run on.</summary>
/// <param name="IsLinux">True on Linux.</param>
/// <param name="Architecture">Lambda's name of its processor, such as <c>x86_64</c>; .NET's name when Lambda has none.</param>
public sealed record HostPlatform(bool IsLinux, string Architecture)
{
    public static HostPlatform Current { get; } = new(OperatingSystem.IsLinux(), RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "x86_64",
        System.Runtime.InteropServices.Architecture.Arm64 => "arm64",
        var other => other.ToString(),
    });

    public override string ToString() => $"{(IsLinux ? "Linux" : "not Linux")}, {Architecture}";
}
