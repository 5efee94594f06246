# The queue of scans.
terraform {
  required_version = ">= 1.9"
}
