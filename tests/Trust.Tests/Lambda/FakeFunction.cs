namespace Infra.Trust.Tests.Lambda;

/// <summary>A function of the fake Lambda.</summary>
/// <param name="Variables">Its environment; null where the caller may not read it.</param>
/// <param name="Said">What it answers to everything.</param>
/// <param name="HasFailed">Whether that is the document of a failure.</param>
internal sealed record FakeFunction(
    string Name, Dictionary<string, string>? Variables, string Said, bool HasFailed = false);
