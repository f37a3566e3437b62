using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>LDAPS is off.</summary>
public partial class DisableLDAPSResponse : AmazonWebServiceResponse;
