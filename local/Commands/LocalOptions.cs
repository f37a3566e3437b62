using Infra.Local.Years;

namespace Infra.Local.Commands;

/// <summary>What the command line asks for.</summary>
/// <param name="Port">Port of all services; 0 for any free one.</param>
/// <param name="Verify">Walk the acceptance list and exit.</param>
/// <param name="Json">One JSON document on standard output instead of tables.</param>
/// <param name="Environment">Name of the file under <c>environments/</c>.</param>
/// <param name="Years">Live through the years after the deployment, and exit; null for not.</param>
public sealed record LocalOptions(int Port, bool Verify, bool Json, string Environment, YearsOptions? Years = null);
