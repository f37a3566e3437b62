using System.Globalization;

namespace Infra.Mutations;

/// <summary>How many damaged inputs a test tries.</summary>
internal static class MutationCount
{
    /// <summary>
    /// Times the number of a test run. <c>MUTATIONS=100</c> is for a change of a reader: 10^6 CRLs in six minutes,
    /// 3·10^5 certificates and 10^5 bundles in a quarter of an hour, 50,000 events of each kind of resource.
    /// </summary>
    public static readonly int Factor =
        int.Parse(Environment.GetEnvironmentVariable("MUTATIONS") ?? "1", CultureInfo.InvariantCulture);
}
