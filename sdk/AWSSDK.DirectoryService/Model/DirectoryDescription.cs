namespace Amazon.DirectoryService.Model;

/// <summary>A directory as the service describes it.</summary>
public partial class DirectoryDescription
{
    public string DirectoryId { get; set; }

    /// <summary>Fully qualified domain name.</summary>
    public string Name { get; set; }

    /// <summary>NetBIOS name.</summary>
    public string ShortName { get; set; }

    public DirectorySize Size { get; set; }

    public DirectoryEdition Edition { get; set; }

    public string Alias { get; set; }

    public string AccessUrl { get; set; }

    public string Description { get; set; }

    public List<string> DnsIpAddrs { get; set; }

    public List<string> DnsIpv6Addrs { get; set; }

    public DirectoryStage Stage { get; set; }

    public DateTime? LaunchTime { get; set; }

    public DateTime? StageLastUpdatedDateTime { get; set; }

    public DirectoryType Type { get; set; }

    public string StageReason { get; set; }

    public bool? SsoEnabled { get; set; }

    public int? DesiredNumberOfDomainControllers { get; set; }
}
