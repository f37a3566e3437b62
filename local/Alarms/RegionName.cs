namespace Infra.Local.Alarms;

/// <summary>
/// Names of Regions as notifications of alarms have them; AWS Regional endpoints, "Regional endpoints".
/// </summary>
internal static class RegionName
{
    /// <summary>The code itself where the name is not known here.</summary>
    public static string Of(string region) => region switch
    {
        "us-east-1" => "US East (N. Virginia)",
        "us-east-2" => "US East (Ohio)",
        "us-west-1" => "US West (N. California)",
        "us-west-2" => "US West (Oregon)",
        "us-gov-east-1" => "AWS GovCloud (US-East)",
        "us-gov-west-1" => "AWS GovCloud (US-West)",
        _ => region,
    };
}
